using System.Text.Json.Nodes;

namespace Spark.Simulators.Teams.Deliveries;

/// <summary>An attempt to bring an activity to the bot.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Status">What the bot answered; null for nothing.</param>
/// <param name="Body">The answer's body.</param>
/// <param name="Took">How long it took.</param>
internal sealed record Delivery(JsonObject Activity, int? Status, string Body, TimeSpan Took)
{
    public JsonObject ToJson() => new()
    {
        ["type"] = Activity["type"]?.GetValue<string>(),
        ["name"] = Activity["name"]?.GetValue<string>(),
        ["id"] = Activity["id"]?.GetValue<string>(),
        ["conversation"] = Activity["conversation"]?["id"]?.GetValue<string>(),
        ["status"] = Status,
        ["body"] = Body,
        ["milliseconds"] = Math.Round(Took.TotalMilliseconds),
    };
}
