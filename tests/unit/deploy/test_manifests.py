"""The files of ``deploy/`` agree with each other, with the app, and let nobody be root."""

from __future__ import annotations

import re
import shlex
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
DEPLOY = ROOT / "deploy"
DOCKERFILE = re.sub(r" *\\\n *", " ", (DEPLOY / "Dockerfile").read_text(encoding="utf-8"))
COMPOSE = yaml.safe_load((DEPLOY / "docker-compose.yml").read_text(encoding="utf-8"))
KUBERNETES = [
    yaml.safe_load(file.read_text(encoding="utf-8"))
    for file in sorted((DEPLOY / "kubernetes").glob("*.yaml"))
    if file.name != "kustomization.yaml"
]
KIND = {manifest["kind"]: manifest for manifest in KUBERNETES}
POD = KIND["Deployment"]["spec"]["template"]["spec"]
CONTAINERS = {container["name"]: container for container in POD["containers"]}
SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
PROXY = (DEPLOY / "nginx.conf.template").read_text(encoding="utf-8")
START = (DEPLOY / "start-proxy.sh").read_text(encoding="utf-8")


def stages() -> dict[str, list[tuple[str, str]]]:
    """The instructions of each stage of the Dockerfile by the stage's name: word and rest."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in filter(None, DOCKERFILE.splitlines()):
        word, _, rest = line.partition(" ")
        if word == "FROM":
            name = rest.rpartition(" ")[2]
            found[name] = []
        if not word.startswith("#"):
            found[name].append((word, rest))
    return found


def said(stage: str, word: str) -> list[str]:
    return [rest for instruction, rest in stages()[stage] if instruction == word]


def copied() -> list[tuple[str, str]]:
    """What the images take from the project's folder, and where it goes in its stage."""
    lines = [rest.split() for stage in stages() for rest in said(stage, "COPY") if not rest.startswith("--from")]
    return [(source, line[-1]) for line in lines for source in line[:-1]]


def environment(stage: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for line in said(stage, "ENV") for pair in shlex.split(line))


APP = environment("app")
PORT = int(APP["STREAMLIT_SERVER_PORT"])
(PROXY_PORT,) = re.findall(r"LISTEN:-(\d+)", START)


# ---- the images --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("source", [source for source, _ in copied()])
def test_what_is_copied_is_here_and_not_kept_back(source):
    assert (ROOT / source).exists()
    allowed = [line[1:] for line in (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines() if line[:1] == "!"]
    assert any(source.rstrip("/") == name for name in allowed)


def test_nothing_is_let_in_that_is_not_copied():
    lines = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    assert "*" in lines
    assert {line[1:] for line in lines if line[:1] == "!"} == {source.rstrip("/") for source, _ in copied()}


def test_every_folder_of_the_program_is_copied():
    """A new room of the house would be missing in the image."""
    code = {
        file.relative_to(ROOT).parts[0] for folder in ("bodymap", "components") for file in (ROOT / folder).glob("*")
    }
    assert code | {"app.py", "data", ".streamlit"} <= {source.rstrip("/") for source, _ in copied()}


@pytest.mark.parametrize("stage", ["app", "proxy"])
def test_no_image_runs_as_root(stage):
    assert said(stage, "USER") == ["10001:10001"]
    words = [word for word, _ in stages()[stage]]
    assert words.index("USER") > max(place for place, word in enumerate(words) if word in ("COPY", "RUN"))
    assert said(stage, "HEALTHCHECK")


def test_the_python_of_the_image_is_the_one_that_the_project_is_for():
    assert all("python:3.11-slim" in said(stage, "FROM")[0] for stage in ("build", "app"))
    assert f"python{said('app', 'FROM')[0].removeprefix('python:')[:4]}/site-packages" in DOCKERFILE


def test_the_packages_are_those_of_the_lock():
    (install,) = (line for line in said("build", "RUN") if "pip install" in line)
    assert "--requirement requirements.lock" in install and "--no-deps" in install


@pytest.mark.parametrize(("stage", "port"), [("app", PORT), ("proxy", int(PROXY_PORT))])
def test_ports_are_told_as_they_are(stage, port):
    assert said(stage, "EXPOSE") == [str(port)]


def test_every_variable_of_the_proxy_is_put_in_and_has_a_value():
    used = set(re.findall(r"\$\{(\w+)\}", PROXY))
    (listed,) = re.findall(r"envsubst '([^']*)'", START)
    assert used == set(re.findall(r"\w+", listed))
    assert used <= set(re.findall(r"(\w+)=", START)) | {"APP_SERVERS"}


# ---- limits ------------------------------------------------------------------------------------------------------


def test_an_upload_is_as_large_as_progress_may_be_and_everywhere_the_same():
    from bodymap.ask.quiz_progress import MOST_BYTES

    (proxy,) = re.findall(r"MAX_UPLOAD:-(\d+)m", START)
    assert SETTINGS["server"]["maxUploadSize"] == int(proxy) == MOST_BYTES // 1_000_000


def test_a_message_of_a_page_is_small_and_the_app_listens_to_this_computer_only():
    server = SETTINGS["server"]
    assert server["maxWidgetStateSize"] == 1 and server["maxMessageSize"] <= 4
    assert server["address"] == "localhost" and APP["STREAMLIT_SERVER_ADDRESS"] == "0.0.0.0"


def test_a_connection_that_is_asked_after_is_not_cut_by_the_proxy():
    ping = SETTINGS["server"]["websocketPingInterval"]
    (wait,) = re.findall(r"proxy_read_timeout (\d+)s;\n      proxy_send_timeout", PROXY)
    assert int(wait) > 2 * ping


# ---- several processes on one machine ----------------------------------------------------------------------------

SERVICES = COMPOSE["services"]


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_is_locked_down(name):
    service = SERVICES[name]
    assert service["read_only"] is True and service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"] and "user" not in service
    assert {"cpus", "mem_limit", "pids_limit", "tmpfs", "healthcheck"} <= set(service)
    assert service["build"]["target"] in stages()
    assert (DEPLOY / service["build"]["context"] / service["build"]["dockerfile"]).samefile(DEPLOY / "Dockerfile")


def test_the_proxy_knows_every_process_and_waits_for_it():
    apps = {name: service for name, service in SERVICES.items() if name.startswith("app")}
    known = re.findall(r"server ([\d.]+):(\d+);", SERVICES["proxy"]["environment"]["APP_SERVERS"])
    assert known == [(app["networks"]["inside"]["ipv4_address"], str(PORT)) for app in apps.values()]
    assert len(known) == 3
    assert SERVICES["proxy"]["depends_on"] == {name: {"condition": "service_healthy"} for name in apps}


def test_only_the_proxy_can_be_reached_from_outside():
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    assert SERVICES["proxy"]["ports"][0].endswith(f":{PROXY_PORT}")
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert [name for name, service in SERVICES.items() if "outside" in service["networks"]] == ["proxy"]


def test_settings_of_the_proxy_are_those_that_it_reads():
    given = set(SERVICES["proxy"]["environment"]) | {entry["name"] for entry in CONTAINERS["proxy"]["env"]}
    assert given <= set(re.findall(r"(\w+)=", START)) | {"APP_SERVERS"}


@pytest.mark.parametrize("name", [name for name in SERVICES if name.startswith("app")])
def test_a_process_is_asked_for_its_health_as_the_image_says(name):
    asked = said("app", "HEALTHCHECK")[0].partition("CMD ")[2]
    assert SERVICES[name]["healthcheck"]["test"] == yaml.safe_load(asked.replace("[", "[CMD, "))
    assert (ROOT / SERVICES[name]["healthcheck"]["test"][-1]).exists()


# ---- Kubernetes --------------------------------------------------------------------------------------------------


def test_all_manifests_are_applied():
    applied = yaml.safe_load((DEPLOY / "kubernetes" / "kustomization.yaml").read_text(encoding="utf-8"))["resources"]
    here = {file.name for file in (DEPLOY / "kubernetes").glob("*.yaml")}
    assert {*applied, "kustomization.yaml"} == here
    assert {manifest["metadata"]["name"] for manifest in KUBERNETES} == {"body-map"}


@pytest.mark.parametrize("kind", ["Deployment", "Service", "PodDisruptionBudget", "NetworkPolicy"])
def test_each_selects_the_pods(kind):
    spec = KIND[kind]["spec"]
    selected = spec.get("selector", spec.get("podSelector"))
    selected = selected.get("matchLabels", selected)
    assert selected == KIND["Deployment"]["spec"]["template"]["metadata"]["labels"]


def test_the_spread_counts_the_same_pods():
    labels = KIND["Deployment"]["spec"]["template"]["metadata"]["labels"]
    assert [spread["labelSelector"]["matchLabels"] for spread in POD["topologySpreadConstraints"]] == [labels]


def ports(container: str) -> dict[str, int]:
    return {port["name"]: port["containerPort"] for port in CONTAINERS[container]["ports"]}


def test_ports_of_the_containers_are_those_of_the_images():
    assert ports("app") == {"app": PORT} and ports("proxy") == {"web": int(PROXY_PORT)}
    assert {"name": "APP_SERVERS", "value": f"server 127.0.0.1:{PORT};"} in CONTAINERS["proxy"]["env"]


PROBES = [
    (container["name"], probe)
    for container in POD["containers"]
    for probe in ("startupProbe", "readinessProbe", "livenessProbe")
    if probe in container
]


@pytest.mark.parametrize(("container", "probe"), PROBES)
def test_a_probe_asks_where_something_answers(container, probe):
    from streamlit.web.server.starlette.starlette_routes import ROUTE_HEALTH, ROUTE_SCRIPT_HEALTH

    asked = CONTAINERS[container][probe]
    where = asked.get("httpGet") or asked["tcpSocket"]
    assert where["port"] in ports(container)
    paths = {f"/{ROUTE_HEALTH}"}
    if APP["STREAMLIT_SERVER_SCRIPT_HEALTH_CHECK_ENABLED"] == "true" and container == "app":
        paths.add(f"/{ROUTE_SCRIPT_HEALTH}")
    assert where.get("path", f"/{ROUTE_HEALTH}") in paths


def test_both_containers_are_asked_and_the_app_is_ready_only_when_the_page_has_run():
    assert {("app", "startupProbe"), ("app", "readinessProbe"), ("app", "livenessProbe")} <= set(PROBES)
    assert {("proxy", "readinessProbe"), ("proxy", "livenessProbe")} <= set(PROBES)
    assert CONTAINERS["app"]["startupProbe"]["httpGet"]["path"].endswith("script-health-check")


@pytest.mark.parametrize("container", CONTAINERS)
def test_no_container_is_root_or_writes_to_its_disk(container):
    assert POD["securityContext"]["runAsNonRoot"] is True
    assert f"{POD['securityContext']['runAsUser']}:{POD['securityContext']['runAsGroup']}" == said("app", "USER")[0]
    assert POD["automountServiceAccountToken"] is False
    lock = CONTAINERS[container]["securityContext"]
    assert lock["allowPrivilegeEscalation"] is False and lock["readOnlyRootFilesystem"] is True
    assert lock["capabilities"] == {"drop": ["ALL"]}
    assert {"cpu", "memory"} <= set(CONTAINERS[container]["resources"]["requests"])
    assert "memory" in CONTAINERS[container]["resources"]["limits"]
    mounted = {mount["name"]: mount["mountPath"] for mount in CONTAINERS[container]["volumeMounts"]}
    assert list(mounted.values()) == ["/tmp"] and set(mounted) <= {volume["name"] for volume in POD["volumes"]}
    assert not CONTAINERS[container]["image"].endswith(":latest")


def test_the_autoscaler_looks_at_the_app_and_the_budget_leaves_somebody():
    spec = KIND["HorizontalPodAutoscaler"]["spec"]
    target = KIND["Deployment"]
    assert spec["scaleTargetRef"] == {
        "apiVersion": target["apiVersion"],
        "kind": "Deployment",
        "name": target["metadata"]["name"],
    }
    (metric,) = spec["metrics"]
    assert metric["containerResource"]["name"] == "cpu" and metric["containerResource"]["container"] in CONTAINERS
    assert "cpu" in CONTAINERS[metric["containerResource"]["container"]]["resources"]["requests"]
    assert "replicas" not in target["spec"], "an apply would undo what the autoscaler chose"
    assert KIND["PodDisruptionBudget"]["spec"]["maxUnavailable"] < spec["minReplicas"]


def test_the_way_in_leads_to_nginx_and_never_to_the_app():
    service, rules = KIND["Service"]["spec"], KIND["Ingress"]["spec"]["rules"]
    assert service["sessionAffinity"] == "ClientIP"
    assert [port["targetPort"] for port in service["ports"]] == ["web"]
    backends: list[dict[str, Any]] = [path["backend"]["service"] for rule in rules for path in rule["http"]["paths"]]
    assert backends == [{"name": KIND["Service"]["metadata"]["name"], "port": {"name": service["ports"][0]["name"]}}]
    assert {rule["host"] for rule in rules} == set(KIND["Ingress"]["spec"]["tls"][0]["hosts"])
    policy = KIND["NetworkPolicy"]["spec"]
    assert policy["policyTypes"] == ["Ingress", "Egress"] and policy["egress"] == []
    assert [port["port"] for way in policy["ingress"] for port in way["ports"]] == ["web"]
    assert all(way["from"] for way in policy["ingress"]), "an empty list would let everybody in"


def test_the_policy_for_pages_knows_the_script_of_streamlit():
    """Streamlit's page holds one script of its own; another version may hold another one."""
    import base64
    import hashlib

    import streamlit

    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    policy = (DEPLOY / "csp.txt").read_text(encoding="utf-8")
    digests = [hashlib.sha256(script.encode()).digest() for script in re.findall(r"<script>(.*?)</script>", page, re.S)]
    assert re.findall(r"'sha256-([^']+)'", policy) == [base64.b64encode(digest).decode() for digest in digests]
    assert "'unsafe-eval'" not in policy and not fnmatch(policy, "*script-src*'unsafe-inline'*style-src*")
