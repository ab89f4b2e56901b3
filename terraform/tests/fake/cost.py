"""Monitors of unusual spending and who is told of them, which moto does not know."""
import json
import uuid

from moto.ce.responses import CostExplorerResponse


def actions(kind, key):
    """Create, get, update and delete of AnomalyMonitor or AnomalySubscription; KEY names one by its ARN."""
    kept = {}

    def create(self):
        given = json.loads(self.body)
        arn = f"arn:aws:ce::123456789012:anomaly{kind.lower()}/{uuid.uuid4()}"
        kept[arn] = given[f"Anomaly{kind}"] | {key: arn}
        self.ce_backend.tag_resource(arn, given.get("ResourceTags", []))
        return json.dumps({key: arn})

    def get(self):
        wanted = json.loads(self.body).get(f"{key}List") or list(kept)
        return json.dumps({f"Anomaly{kind}s": [kept[arn] for arn in wanted if arn in kept]})

    def update(self):
        given = json.loads(self.body)
        kept[given[key]] |= given
        return json.dumps({key: given[key]})

    def delete(self):
        kept.pop(json.loads(self.body)[key], None)
        return "{}"
    return {f"create_anomaly_{kind.lower()}": create, f"get_anomaly_{kind.lower()}s": get,
            f"update_anomaly_{kind.lower()}": update, f"delete_anomaly_{kind.lower()}": delete}


def anomalies():
    for kind, key in (("Monitor", "MonitorArn"), ("Subscription", "SubscriptionArn")):
        for name, action in actions(kind, key).items():
            setattr(CostExplorerResponse, name, action)
