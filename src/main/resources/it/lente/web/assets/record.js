// What a browser can do with a record: print it, and copy the line that cites it.

const print = document.querySelector('#print');
const copy = document.querySelector('#copy-citation');
const status = document.querySelector('#record-status');

print.addEventListener('click', () => window.print());
print.parentElement.hidden = false;

if (navigator.clipboard) {
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(document.querySelector('#citation').textContent).then(() => {
      copy.querySelector('span').textContent = copy.dataset.copied;
      status.textContent = copy.dataset.copied;
    });
  });
  copy.parentElement.hidden = false;
}
