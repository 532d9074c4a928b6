(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const folds = all('.claim details');
  const unfold = document.getElementById('unfold');
  all('.scripted').forEach((part) => { part.hidden = false; });

  document.getElementById('find').addEventListener('input', (event) => {
    const words = event.target.value.toLowerCase().split(/\s+/);
    for (const claim of all('.claim')) {
      const text = claim.textContent.toLowerCase().replaceAll('\u00a0', ' ');
      claim.hidden = !words.every((word) => text.includes(word));
    }
  });

  unfold.addEventListener('click', () => {
    const open = folds.some((fold) => !fold.open);
    folds.forEach((fold) => { fold.open = open; });
    unfold.textContent = open ? 'Close all' : 'Open all';
  });

  // Who follows a link to a claim wants to see it, whatever is hidden now, and what is behind it.
  const show = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !target.matches('.claim')) return;
    document.getElementById('show-all').checked = true;
    target.hidden = false;
    target.querySelector('details').open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', show);
  show();

  // Paper cannot be unfolded.
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = all('details').filter((fold) => !fold.open);
    closed.forEach((fold) => { fold.open = true; });
  });
  addEventListener('afterprint', () => closed.forEach((fold) => { fold.open = false; }));
})();
