/// How the page looks: system fonts, light and dark, from 320 pixels up, and on paper.
enum ReportStyle {
  static let sheet = [colours, text, overview, claims, figures, small, paper].joined(
    separator: "\n")

  /// Every pair of text and ground has a contrast of 4.5 or more.
  private static let colours = """
    :root {
      color-scheme: light dark;
      --ground: #fbfaf7; --card: #ffffff; --ink: #1e2024; --soft: #5a5d65; --line: #e3e0d8;
      --link: #1d4f9c; --shade: #f3f1eb;
      --holds: #0a5c43; --holds-ground: #e0f2ea;
      --condition: #6d4300; --condition-ground: #fbedcd;
      --differs: #5a3797; --differs-ground: #eee7fa;
      --alarm: #ffffff; --alarm-ground: #b3001e;
      --prose: ui-serif, Charter, "Bitstream Charter", "Iowan Old Style", Georgia, Cambria, serif;
      --plain: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
      --code: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #15171b; --card: #1c1f24; --ink: #e6e4de; --soft: #a6a9b2; --line: #33373f;
        --link: #9dbdf5; --shade: #22262c;
        --holds: #86dcb9; --holds-ground: #12342a;
        --condition: #f2cb85; --condition-ground: #3b2d10;
        --differs: #c9b6f7; --differs-ground: #2e2551;
        --alarm: #ffffff; --alarm-ground: #c01533;
      }
    }
    .holds { color: var(--holds); background: var(--holds-ground); }
    .condition { color: var(--condition); background: var(--condition-ground); }
    .differs { color: var(--differs); background: var(--differs-ground); }
    .alarm { color: var(--alarm); background: var(--alarm-ground); font-weight: 700; }
    .none { color: var(--soft); background: var(--shade); }
    """

  private static let text = """
    *, *::before, *::after { box-sizing: border-box; }
    html { scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
    body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 var(--prose); }
    main, footer { max-width: 80rem; margin: 0 auto; padding: 0 2rem; }
    h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
    h1 { font-size: clamp(1.8rem, 5vw, 2.75rem); font-weight: 600; letter-spacing: -.015em; margin: 0 0 1rem; }
    h2 { font-size: 1.75rem; font-weight: 600; margin: 0 0 1.25rem; }
    h3 { font-size: 1.3rem; font-weight: 600; margin: 0 0 1.25rem; max-width: 60rem; }
    h4 { font: 600 .8125rem/1.4 var(--plain); color: var(--soft); margin: 1.25rem 0 .25rem; }
    p, dd, figcaption { max-width: 42rem; overflow-wrap: break-word; }
    a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
    a:hover { text-decoration-thickness: .12em; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
    code, .file { font-family: var(--code); font-size: .84em; overflow-wrap: anywhere; }
    sub, sup { font-size: .72em; line-height: 0; }
    ul { list-style: none; margin: 0; padding: 0; }
    dl, dd { margin: 0; }
    summary { cursor: pointer; font-family: var(--plain); font-size: .875rem; color: var(--link); }
    summary:hover { text-decoration: underline; }
    section { padding-top: 4rem; }
    footer { padding-top: 4rem; padding-bottom: 4rem; color: var(--soft); font-size: .9375rem; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: .5rem; z-index: 3; background: var(--card); padding: .5rem 1rem; }
    .number { text-align: right; font-variant-numeric: tabular-nums lining-nums; }
    .scroll, .picture { overflow-x: auto; }
    """

  private static let overview = """
    nav { position: sticky; top: 0; z-index: 2; background: var(--ground); border-bottom: 1px solid var(--line); }
    nav ul { display: flex; gap: 1.25rem; max-width: 80rem; margin: 0 auto; padding: 0 2rem; overflow-x: auto;
      scrollbar-width: none; mask-image: linear-gradient(to left, transparent, #000 3rem); }
    nav li:last-child { padding-right: 2rem; }
    nav a { display: block; padding: .75rem 0; font: .8125rem/1.3 var(--plain); color: var(--soft);
      text-decoration: none; white-space: nowrap; }
    nav a:hover { color: var(--ink); }
    nav a:focus-visible { outline-offset: -3px; }
    nav li:nth-child(-n+3) a { color: var(--ink); font-weight: 600; }
    nav li:nth-child(3) { padding-right: 1.25rem; border-right: 1px solid var(--line); }
    header { padding-top: 4.5rem; }
    .eyebrow { font: 600 .875rem/1 var(--plain); letter-spacing: .06em; color: var(--soft); margin: 0 0 1rem; }
    .lead { font-size: 1.25rem; line-height: 1.55; }
    .banner { max-width: none; padding: 1rem 1.25rem; border-radius: .5rem; font-family: var(--plain); font-size: 1.25rem; }
    .banner a { color: inherit; }
    .tally { font-family: var(--plain); font-size: .9375rem; color: var(--soft); margin: 2rem 0 .75rem; }
    .counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .75rem; }
    .counts + .tally { margin-top: 1.25rem; }
    .counts li { padding: .9rem 1.1rem; border-radius: .6rem; font: .9375rem/1.35 var(--plain); }
    .counts strong { display: block; font-size: 2.1rem; font-weight: 600; line-height: 1.15; }
    .chips { display: flex; flex-wrap: wrap; gap: .4rem; }
    .chip { display: block; min-width: 2.9rem; padding: .2rem .55rem; border-radius: .4rem; text-align: center;
      font: 600 .8125rem/1.5 var(--plain); text-decoration: none; }
    .chip:hover { text-decoration: underline; }
    .reading { margin-top: 1.5rem; }
    .reading dl { display: grid; grid-template-columns: max-content 1fr; gap: .6rem 1.25rem; margin: 1.25rem 0; align-items: baseline; }
    .filter { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center; margin-bottom: 1.5rem;
      font: .875rem/1.4 var(--plain); }
    .filter fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem; min-width: 0; }
    .filter legend { float: left; padding: .3rem .6rem .3rem 0; color: var(--soft); }
    .filter input[type=radio] { position: absolute; opacity: 0; }
    .filter label { padding: .3rem .75rem; border-radius: .4rem; cursor: pointer; }
    .filter input[type=radio]:checked + label { background: var(--ink); color: var(--ground); }
    .filter input[type=radio]:focus-visible + label { outline: 3px solid var(--link); outline-offset: 2px; }
    .filter p { margin: 0; max-width: 100%; display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
    .filter p[hidden] { display: none; }
    .filter p label { padding: 0; color: var(--soft); }
    .filter [type=search], button { font: inherit; color: var(--ink); background: var(--card);
      border: 1px solid var(--soft); border-radius: .4rem; padding: .3rem .6rem; }
    .filter [type=search] { width: 12rem; max-width: 100%; }
    """

  private static let claims = """
    table { border-collapse: collapse; }
    .claims { width: 100%; font: .9375rem/1.5 var(--prose); }
    .claims > thead th { font: 600 .8125rem/1.4 var(--plain); color: var(--soft); text-align: left;
      padding: 0 .75rem .5rem; }
    .headline > th, .claims > thead th:first-child { padding-left: 1rem; }
    .claims > thead .number { text-align: right; }
    .group th { text-align: left; font: 600 1.0625rem/1.4 var(--plain); padding: 2rem 1rem .75rem; }
    .claim { background: var(--card); border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
    .claim[hidden] { display: none; }
    .claim:target { box-shadow: inset 4px 0 0 var(--link); }
    .claim[data-verdict=alarm] { box-shadow: inset 6px 0 0 var(--alarm-ground); }
    .headline > * { padding: 1rem .75rem .25rem; vertical-align: top; text-align: left; }
    .headline > .number { text-align: right; white-space: nowrap; }
    .headline > th { font: 600 .9375rem/1.5 var(--plain); }
    .headline > th a { text-decoration: none; }
    .headline > th a:hover { text-decoration: underline; }
    .statement { width: 36%; }
    .quantity { width: 21%; color: var(--soft); }
    .claims .number { font-family: var(--plain); font-size: .8125rem; line-height: 1.75; }
    .reference { color: var(--soft); white-space: nowrap; }
    .reference::before { content: "· "; }
    .qualification { display: block; margin-top: .35rem; font-size: .875rem; color: var(--soft); }
    .unit, .note { display: block; color: var(--soft); }
    .verdict { display: inline-block; padding: .1rem .55rem; border-radius: .4rem; font: 600 .8125rem/1.5 var(--plain); }
    .surprise { display: block; margin-top: .4rem; font: 600 .8125rem/1.4 var(--plain); }
    .more > td { padding: .25rem .75rem 1rem; }
    .more > td::before { content: none; }
    .claim summary { margin-left: 3.6rem; }
    .behind { display: grid; grid-template-columns: 1fr 1fr; gap: 0 3rem; padding: 0 0 1rem 3.6rem; }
    .behind > div { min-width: 0; }
    .behind p { margin: 0 0 .35rem; }
    .behind code { color: var(--soft); }
    .equations li { display: grid; grid-template-columns: 5rem minmax(0, 1fr); gap: 0 .75rem; margin-bottom: .5rem; overflow-wrap: anywhere; }
    .equations code { grid-column: 2; }
    .place { padding-top: .1rem; font: .8125rem/1.5 var(--plain); color: var(--soft); }
    .formula { font-style: italic; }
    .checks { width: 100%; font: .8125rem/1.45 var(--plain); }
    .checks caption { text-align: left; padding: .25rem .75rem .5rem 3.6rem; color: var(--soft); }
    .checks th, .checks td { padding: .35rem .75rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top;
      font-weight: 400; }
    .checks thead th { font-weight: 600; color: var(--soft); border-top: 0; }
    .checks .number { text-align: right; white-space: nowrap; line-height: inherit; }
    .checks tr > :first-child { padding-left: 3.6rem; min-width: 18rem; }
    .checks .note { display: inline; }
    .outcome { background: none; }
    .checks .verdict { line-height: 1.3; }
    #claims:has(#show-holds:checked) .claim:not([data-verdict=holds]),
    #claims:has(#show-condition:checked) .claim:not([data-verdict=condition]),
    #claims:has(#show-differs:checked) .claim:not([data-verdict=differs]),
    #claims:has(#show-alarm:checked) .claim:not([data-verdict=alarm]) { display: none; }
    """

  private static let figures = """
    .figure { padding: 2.5rem 0; border-top: 1px solid var(--line); }
    .name { display: block; margin-bottom: .3rem; font: 600 .8125rem/1.4 var(--plain); letter-spacing: .03em; color: var(--soft); }
    figure { margin: 0; }
    /* Captions name colours, so the pictures keep theirs in the dark, on a light card. */
    .picture { background: #ffffff; border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; }
    .picture svg { display: block; width: 100%; height: auto; max-width: 68rem; margin: 0 auto; }
    @media (prefers-color-scheme: dark) { .picture { background: #f4f3f0; } .picture svg { mix-blend-mode: multiply; } }
    figcaption { margin: 1.25rem 0 1.5rem; max-width: 46rem; }
    .sources { display: grid; gap: .4rem; font: .875rem/1.6 var(--plain); }
    .sources > div { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: .25rem 1rem; }
    .sources dt { color: var(--soft); }
    .sources dd { max-width: none; }
    .columns { color: var(--soft); overflow-wrap: anywhere; }
    .columns::before { content: " "; }
    """
}
