/* The import on the page of the account: it sends the file as it is, and shows what has come of it. */

for (const form of document.querySelectorAll('[data-import]')) {
  const section = form.closest('section');
  const [problem, result] = ['problem', 'result'].map((name) => section.querySelector(`[data-import-${name}]`));
  const show = (place, text) => {
    problem.hidden = place !== problem;
    result.hidden = place !== result;
    place.textContent = text;
  };

  async function send(file) {
    show(result, 'Importing \u2026');
    const response = await fetch('/import', {
      method: 'POST',
      headers: { 'content-type': 'application/jsonl', 'x-waymark-csrf': '1' },
      body: file,
    });
    const { createdCount, unchangedCount, includesHistory, errors } = await response.json();
    if (errors) throw new Error(errors[0].message);
    const records = (count) => `${count} record${count === 1 ? '' : 's'}`;
    const present = unchangedCount > 0 ? `, ${records(unchangedCount)} were here already` : '';
    const more = includesHistory ? ', with settings and history' : present;
    show(result, `${records(createdCount)} imported${more}.`);
  }

  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    send(form.elements.file.files[0])
      .catch((error) => show(problem, error.message))
      .finally(() => {
        button.disabled = false;
      });
  });
}
