const list = document.getElementById("incidents");
const shown = document.getElementById("incident");
const states = { 1: "New", 2: "In Progress", 3: "On Hold", 6: "Resolved", 7: "Closed", 8: "Canceled" };
const fields = [
  ["State", "stateName"], ["Priority", "priority"], ["Caller", "caller"], ["Category", "category"], ["Subcategory", "subCategory"],
  ["Configuration item", "configurationItem"], ["Assignment group", "assignmentGroup"], ["Opened (UTC)", "openedAt"],
  ["Correlation id", "correlationId"], ["Short description", "shortDescription"], ["Description", "description"],
];
let chosen = /sys_id=([0-9a-f]{32})/.exec(decodeURIComponent(location.search))?.[1] ?? null;
let version = -1;

function element(name, text, attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...[text].flat().filter(part => part !== null && part !== undefined));
  return made;
}

async function refresh() {
  const changes = await (await fetch("/__sim/changes")).json();
  // What somebody types must not vanish under the hands.
  if (changes.version === version || shown.contains(document.activeElement) && document.activeElement.value) return;
  version = changes.version;
  draw(await (await fetch("/__sim/incidents")).json());
}

function draw(incidents) {
  chosen ??= incidents[0]?.sysId ?? null;
  document.getElementById("none").hidden = incidents.length > 0;
  list.replaceChildren(...incidents.map(incident => {
    const button = element("button", [incident.number, element("span", incident.shortDescription || "(no short description)"), element("span", incident.stateName)]);
    button.setAttribute("aria-current", incident.sysId === chosen);
    button.onclick = () => { chosen = incident.sysId; draw(incidents); };
    return element("li", button);
  }));
  const incident = incidents.find(one => one.sysId === chosen);
  shown.replaceChildren(...(incident ? detail(incident) : []));
}

function detail(incident) {
  const facts = element("dl", fields.flatMap(([label, field]) => [element("dt", label), element("dd", incident[field] || "–")]));
  const journal = incident.journal.map(entry => element("div", [
    element("small", `${entry.kind === "work_notes" ? "Work notes" : "Comments"} · ${entry.by} · ${entry.at}`), entry.text], { className: "entry" }));
  return [element("h2", incident.number), facts, form(incident), ...journal];
}

function form(incident) {
  const state = element("select", Object.entries(states).map(([value, name]) => element("option", name, { value, selected: value === incident.state })), { name: "state" });
  const comment = element("textarea", "", { name: "comment", rows: 2 });
  const made = element("form", [element("label", ["State", state]), element("label", ["Comment to the caller", comment]), element("button", "Update")]);
  made.onsubmit = async event => {
    event.preventDefault();
    const change = { state: state.value, comment: comment.value };
    comment.value = "";
    await fetch(`/__sim/incidents/${incident.sysId}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(change) });
    await refresh();
  };
  return made;
}

await refresh();
setInterval(refresh, 1000);
