/** The program of the page: it filters the rows, and does nothing else. Without it everything is shown. */
export const SCRIPT = `
'use strict';
(() => {
  const filters = document.getElementById('filters');
  if (filters === null) return;
  const rows = [...document.querySelectorAll('#checks tbody tr')];
  const boxes = [...filters.querySelectorAll('input[type=checkbox]')];
  const repo = document.getElementById('filter-repo');
  const owner = document.getElementById('filter-owner');
  const shown = document.getElementById('shown');
  const apply = () => {
    const outcomes = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const wanted = repo.value.trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      const fits = outcomes.has(row.dataset.outcome) && (owner.value === '' || row.dataset.owner === owner.value) && row.dataset.id.toLowerCase().includes(wanted);
      row.hidden = !fits;
      if (fits) count += 1;
    }
    shown.textContent = count + ' of ' + rows.length + ' checks shown';
  };
  filters.hidden = false;
  filters.addEventListener('input', apply);
  filters.addEventListener('change', apply);
  apply();
})();
`;
