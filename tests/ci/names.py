#!/usr/bin/env python3
"""Names that Terraform writes and scripts, workflows and runbooks expect are the same, and each role may do what the
jobs that take it do. Each rule is shown a tree that breaks it first."""
import pathlib
import re
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
READ = ["terraform/stack/deployment.tf", "terraform/stack/variables.tf", "terraform/bootstrap/outputs.tf",
        "terraform/bootstrap/variables.tf", "terraform/modules/github-oidc/main.tf",
        "terraform/modules/github-oidc/policies.tf", "tests/ci/desk.py"]
READ += [str(path.relative_to(ROOT)) for pattern in ("scripts/ci/*.sh", ".github/workflows/*.yml", "docs/runbooks/*.md")
         for path in ROOT.glob(pattern)]
ENVIRONMENTS = ["dev", "staging", "production"]
IAM = {"elbv2": "elasticloadbalancing", ("s3", "ls"): "s3:ListBucket", ("s3", "rm"): "s3:DeleteObject"}
BRANCH_OF_HAND = ["ref:refs/heads/develop", "ref:refs/heads/main"]


def local_texts(text):
    """The locals of a file by name, as they are written."""
    found = re.split(r"^  (\w+) += ", "\n".join(re.findall(r"^locals \{\n(.*?)^\}", text, re.S | re.M)), flags=re.M)
    return dict(zip(found[1::2], found[2::2]))


def members(text):
    return set(re.findall(r"^\s+(\w+) += ", text, re.M) + re.findall(r"[{,] (\w+) = ", text))


def parameters_agree(tree):
    """The parameter store: what Terraform writes is what is asked for."""
    given = local_texts(tree["terraform/stack/deployment.tf"])
    written = members(given["deployment"]) | members(given["image"])
    asked = {}
    for path, text in tree.items():
        for name in re.findall(r'(?<![\w-])(?:write_parameter "\$1"|parameter) ([a-z_]+)(?= |\)|\n|$)', code_of(path, text)):
            asked.setdefault(name, path)
    for name in sorted(set(asked) - written):
        yield f"{asked[name]} asks for parameter '{name}', which Terraform does not write"
    for name in sorted(written - set(asked)):
        yield f"terraform/stack/deployment.tf writes parameter '{name}', for which nobody asks"
    desk = set(re.findall(r'"(\w+)":', tree["tests/ci/desk.py"].split("names = {")[1].split("}")[0]))
    for name in sorted(desk ^ written):
        yield f"tests/ci/desk.py and Terraform differ about parameter '{name}'"


def code_of(path, text):
    if path.endswith(".md"):
        return "\n".join(re.findall(r"```sh\n(.*?)```", text, re.S))
    return re.sub(r"^\s*#.*", "", text, flags=re.M) if path.startswith("scripts/") else ""


def projects_agree(tree):
    given = {re.search(r'variable "project".*?default\s+= "(\w+)"', tree[f"terraform/{folder}/variables.tf"], re.S)[1]
             for folder in ("stack", "bootstrap")}
    given.add(re.search(r"PROJECT=\$\{PROJECT:-(\w+)\}", tree["scripts/ci/lib.sh"])[1])
    if len(given) > 1:
        yield f"the project is called {' and '.join(sorted(given))}"


def environment_variables(tree):
    """{environment on GitHub: its variables}, "" for those of the repository, as bootstrap writes them."""
    text = tree["terraform/bootstrap/outputs.tf"].split('output "github"')[1].split('output "')[0]
    found = {"": members(text.split("variables = {")[1].split("}\n")[0])}
    for name, body in re.findall(r'(?:=> |\{ )?("\$\{environment\}-infrastructure"|environment|preview) (?:=>|=) \{ ([^}]*)\}', text):
        keys = re.findall(r"(\w+) = ", body)
        for environment in ENVIRONMENTS:
            found.setdefault(name.strip('"').replace("${environment}", environment).replace("environment", environment), set()).update(keys)
    return found


def values_of(expression, name, flows, key="environment"):
    """What an expression over inputs can be: the choices of a form, or what the callers give."""
    if "inputs." not in expression:
        return [expression]
    flow = flows[name]
    trigger = flow[True]
    choices = ((trigger.get("workflow_dispatch") or {}).get("inputs") or {}).get(key, {}).get("options", [])
    for caller, other in flows.items():
        for job in other["jobs"].values():
            if job.get("uses", "").endswith(f"/{name}.yml") and key in job.get("with", {}):
                choices += values_of(str(job["with"][key]), caller, flows)
    return [re.sub(r"\$\{\{ inputs\.\w+ \}\}", choice, expression) for choice in choices]


def triggers(name, flows):
    """The ends of the subjects under which GitHub runs a workflow that names no environment."""
    for event, filters in flows[name][True].items():
        if event == "workflow_call":
            for caller, flow in flows.items():
                if any(job.get("uses", "").endswith(f"/{name}.yml") for job in flow["jobs"].values()):
                    yield from triggers(caller, flows)
        elif event == "pull_request":
            yield "pull_request"
        elif event == "push":
            yield from (f"ref:refs/heads/{branch}" for branch in filters["branches"])
        else:
            yield from BRANCH_OF_HAND


def jobs_of(flows):
    """Yields (where, text of the job, environments or [""], subjects)."""
    for name, flow in flows.items():
        for job, body in flow["jobs"].items():
            environments = values_of(body["environment"], name, flows) if "environment" in body else [""]
            ends = [f"environment:{e}" for e in environments] if "environment" in body else sorted(set(triggers(name, flows)))
            yield f"{name}/{job}", body, environments, ends


def variables_agree(tree):
    given = environment_variables(tree)
    used = set()
    for where, body, environments, _ in jobs_of(flows_of(tree)):
        wanted = set(re.findall(r"vars\.(\w+)", str(body)))
        used |= wanted
        for environment in environments:
            for name in sorted(wanted - given[""] - given.get(environment, set())):
                yield f"{where} wants variable {name}, which bootstrap does not give to environment '{environment}'"
    for name in sorted(set().union(*given.values()) - used):
        yield f"terraform/bootstrap/outputs.tf gives variable {name}, which no workflow wants"


def flows_of(tree):
    return {pathlib.Path(path).stem: yaml.safe_load(text) for path, text in tree.items() if path.endswith(".yml")}


def trusted(tree):
    """{role: the ends of the subjects that may take it}"""
    found = {}
    for name, ends in re.findall(r'([\w-]+|"[^"]+")\s+=>? \{ ends = (\[[^\]]*\]) \}', tree["terraform/modules/github-oidc/main.tf"]):
        for environment in ENVIRONMENTS:
            found[name.strip('"').replace("${environment}", environment)] = re.findall(
                r'"([^"]+)"', ends.replace("${environment}", environment))
    return found


def roles_by_variable(tree):
    return dict(re.findall(r'(ROLE_\w+)\s+= module\.github\.role_arns\["([^"]+)"\]', tree["terraform/bootstrap/outputs.tf"]))


def taken(tree):
    """Yields (where, role, subject, job) for each job that takes a role."""
    roles = roles_by_variable(tree)
    for where, body, environments, ends in jobs_of(flows_of(tree)):
        for variable in re.findall(r"role-to-assume': '\$\{\{ vars\.(\w+) \}\}", str(body)):
            for number, end in enumerate(ends):
                environment = environments[number] if environments != [""] else ""
                yield where, roles.get(variable, "none").replace("${environment}", environment.removesuffix("-infrastructure")), end, body


def subjects_agree(tree):
    roles = trusted(tree)
    for where, role, end, _ in taken(tree):
        if end not in roles.get(role, []):
            yield f"{where} comes as {end}, which role {role} does not trust: {roles.get(role)}"


def functions_of(text):
    return dict(re.findall(r"^(\w+)\(\) \{\s(.*?)\s?\}$", text, re.S | re.M))


def script_text(name, tree, seen=()):
    """A script with the scripts and the functions of lib.sh and ecs.sh that it uses."""
    text = code_of(f"scripts/ci/{name}", tree[f"scripts/ci/{name}"])
    shared = functions_of(tree["scripts/ci/lib.sh"]) | functions_of(tree["scripts/ci/ecs.sh"])
    grown = None
    while grown != text:
        grown = text
        for function, body in shared.items():
            if re.search(rf"\b{function}\b", text) and body not in text:
                text += "\n" + body
    called = set(re.findall(r'\$\(dirname "\$0"\)/(\w+\.sh)', text)) - {"lib.sh", "ecs.sh", name} - set(seen)
    called |= {"deploy.sh", "canary.sh", "rollback.sh"} if name == "change.sh" else set()
    return text + "".join(script_text(other, tree, (*seen, name)) for other in sorted(called))


def actions_of(text):
    for service, call in re.findall(r"\baws ([a-z0-9]+) ([a-z-]+)", text):
        verb = "".join(word.capitalize() for word in call.split("-"))
        yield IAM.get((service, call)) or f"{IAM.get(service, service)}:{verb}"


def allowed(role, tree):
    """The text of the statements of a role, and whether it may read everything."""
    texts = local_texts(tree["terraform/modules/github-oidc/policies.tf"])
    kind = re.sub(r"^(deploy|apply)-.*", r"\1", role)
    line = next((line for line in texts["statements"].splitlines() if re.match(rf'\s*(\{{ for.*"{kind}-|{kind}\s+=)', line)), "")
    used, grown = line, None
    while used != grown:
        grown = used
        for name, text in texts.items():
            if f"local.{name}" in used and text not in used:
                used += text
    return used, kind in ("plan", "preview", "apply")


def actions_agree(tree):
    missing = {}
    for where, role, _, body in taken(tree):
        text, reader = allowed(role, tree)
        for script in re.findall(r"scripts/ci/(\w+\.sh)", str(body)):
            for action in actions_of(script_text(script, tree)):
                if f'"{action}"' not in text and not (reader and re.search(":(Get|List|Describe)", action)):
                    missing[f"{where}: role {role} may not do {action}, which {script} does"] = True
    yield from missing


RULES = [parameters_agree, projects_agree, variables_agree, subjects_agree, actions_agree]
BROKEN = [
    ("terraform/stack/deployment.tf", "    alarms  ", "    alerts  ", "asks for parameter 'alarms'"),
    ("terraform/stack/deployment.tf", "    alarms  ", "    alarms = 1\n    colour  ", "'colour', for which nobody asks"),
    ("scripts/ci/deploy.sh", "parameter cluster", "parameter clutter", "asks for parameter 'clutter'"),
    ("docs/runbooks/point-in-time.md", "parameter cluster", "parameter clutter", "asks for parameter 'clutter'"),
    ("tests/ci/desk.py", '"container": ', '"box": ', "differ about parameter 'box'"),
    ("scripts/ci/lib.sh", "PROJECT:-libapi", "PROJECT:-calendar", "is called calendar and libapi"),
    ("terraform/bootstrap/outputs.tf", "STATE_BUCKET ", "BUCKET ", "wants variable STATE_BUCKET"),
    ("terraform/bootstrap/outputs.tf", "{ ROLE_APPLY", "{ ROLE_CHANGE", "wants variable ROLE_APPLY"),
    (".github/workflows/terraform-apply.yml", "environment }}-infrastructure", "environment }}", "wants variable ROLE_APPLY"),
    ("terraform/modules/github-oidc/main.tf", "environment}-infrastructure", "environment}-infra", "does not trust"),
    ("terraform/modules/github-oidc/main.tf", '"ref:refs/heads/develop"] }\n      promote', '"x"] }\n      promote', "does not trust"),
    ("terraform/modules/github-oidc/policies.tf", '"ecs:UpdateService", ', "", "may not do ecs:UpdateService"),
    ("terraform/modules/github-oidc/policies.tf", '["ssm:GetParametersByPath"], Resource = local.parameters[environment] }\n', "[] }\n", "may not do ssm:GetParametersByPath"),
    ("scripts/ci/image_verify.sh", "describe-image-scan-findings", "delete-repository", "may not do ecr:DeleteRepository"),
]


def faults_of(tree):
    return [fault for rule in RULES for fault in rule(tree)]


def main():
    tree = {path: (ROOT / path).read_text(encoding="utf-8") for path in READ}
    faults = faults_of(tree)
    for path, old, new, words in BROKEN:
        if not any(words in fault for fault in faults_of(tree | {path: tree[path].replace(old, new)})):
            faults.append(f"the test does not see {new!r} for {old!r} in {path}")
    print("\n".join(faults) or f"{len(RULES)} rules over {len(tree)} files; {len(BROKEN)} breaks were seen")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
