using Spark.Simulators.ServiceNow.Access;
using Spark.Simulators.ServiceNow.Faults;
using Spark.Simulators.ServiceNow.Records;

namespace Spark.Simulators.ServiceNow.Control;

/// <summary>What tests and the page ask: incidents as people see them, faults, users.</summary>
internal static class ControlRoutes
{
    private const string Agent = "beth.anglin";

    public static void MapControl(this WebApplication app)
    {
        var control = app.MapGroup("/__sim");
        control.MapGet("/incidents", (Instance instance) =>
            TypedResults.Ok(instance.Of("incident").Reverse().Select(incident => Incident(instance, incident)).ToArray()));
        control.MapGet("/incidents/{sysId}", IResult (Instance instance, string sysId) => instance.Find("incident", sysId) is { } incident
            ? TypedResults.Ok(Incident(instance, incident))
            : TypedResults.NotFound());
        control.MapPost("/incidents/{sysId}", IResult (Instance instance, string sysId, IncidentChange change) => Change(instance, sysId, change));
        control.MapGet("/changes", (Instance instance) => TypedResults.Ok(new ChangesView(instance.Version)));
        control.MapGet("/calls", (CallLog log) => TypedResults.Ok(log.All.ToArray()));
        control.MapGet("/faults", (FaultPlan faults) => faults.Waiting);
        control.MapPost("/faults", (FaultPlan faults, Fault fault) => faults.Add(fault));
        control.MapDelete("/faults", (FaultPlan faults) => faults.Clear());
        control.MapPost("/accounts", (Accounts accounts, Account account) => accounts.Put(account));
        control.MapPost("/forget-tokens", (Accounts accounts) => accounts.ForgetTokens());
        control.MapPost("/rate-limit", (RateLimit limit, int? perHour) => limit.PerHour = perHour);
    }

    private static IResult Change(Instance instance, string sysId, IncidentChange change)
    {
        if (instance.Find("incident", sysId) is not { } incident)
        {
            return TypedResults.NotFound();
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Put(values, "state", change.State);
        Put(values, "comments", change.Comment);
        Put(values, "work_notes", change.WorkNote);
        Put(values, "assignment_group", change.AssignmentGroup is { } group ? instance.FindByDisplay("sys_user_group", group)?.SysId : null);
        instance.Change(incident, values, Agent);
        return TypedResults.Ok(Incident(instance, incident));
    }

    private static void Put(Dictionary<string, string> values, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            values[field] = value;
        }
    }

    private static IncidentView Incident(Instance instance, Record incident)
    {
        var states = TableDefinition.All["incident"].Choices["state"];
        return new(
            incident.SysId,
            incident["number"],
            incident["state"],
            states.GetValueOrDefault(incident["state"], incident["state"]),
            incident["priority"],
            Shown("sys_user", "caller_id"),
            incident["short_description"],
            incident["description"],
            incident["category"],
            incident["subcategory"],
            Shown("cmdb_ci", "cmdb_ci"),
            Shown("sys_user_group", "assignment_group"),
            incident["correlation_id"],
            incident["opened_at"],
            incident["sys_updated_on"],
            [.. instance.JournalOf(incident).Reverse().Select(entry => new JournalView(entry["element"], entry["value"], entry["sys_created_on"], entry["sys_created_by"]))],
            [.. instance.Of("sys_attachment").Where(file => file["table_sys_id"] == incident.SysId).Select(file => new AttachmentView(file.SysId, file["file_name"], file["size_bytes"]))]);

        // What is no record of the instance shows as it was stored.
        string Shown(string table, string field) => instance.DisplayOf(table, incident[field]) is { Length: > 0 } name ? name : incident[field];
    }
}
