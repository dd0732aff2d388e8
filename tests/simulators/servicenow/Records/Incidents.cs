using System.Globalization;

namespace Spark.Simulators.ServiceNow.Records;

/// <summary>The business rules of incidents.</summary>
internal static class Incidents
{
    private const string Resolved = "6";
    private const string Closed = "7";
    private const string Canceled = "8";

    public static void Begin(Record incident, string number, string now)
    {
        incident["number"] = number;
        incident["state"] = "1";
        incident["impact"] = "3";
        incident["urgency"] = "3";
        incident["opened_at"] = now;
        incident["contact_type"] = "";
        foreach (var field in new[] { "caller_id", "short_description", "description", "category", "subcategory", "cmdb_ci", "assignment_group", "assigned_to", "correlation_id", "close_code", "close_notes" })
        {
            incident[field] = "";
        }
    }

    public static void Settle(Record incident, string now)
    {
        var isOver = incident["state"] is Closed or Canceled;
        incident["active"] = isOver ? "false" : "true";
        incident["resolved_at"] = incident["state"] is Resolved or Closed ? incident["resolved_at"] is { Length: > 0 } at ? at : now : "";
        incident["closed_at"] = isOver ? incident["closed_at"] is { Length: > 0 } closed ? closed : now : "";
        incident["priority"] = PriorityOf(incident);
    }

    private static string PriorityOf(Record incident)
    {
        var (impact, urgency) = (Number(incident["impact"]), Number(incident["urgency"]));
        return Math.Clamp(impact + urgency - 1, 1, 5).ToString(CultureInfo.InvariantCulture);
    }

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 3) : 3;
}
