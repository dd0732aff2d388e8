using System.Text.Json;
using Spark.Messages;

namespace Spark.Actions.JsonEvent;

/// <summary>Sends an event to the program on the far side of the channel, such as the page around a web chat. The person does not see it.</summary>
internal sealed class JsonEventAction : IAction<JsonEventInput, JsonEventOutput>
{
    private const int LongestName = 100;
    private const int MostData = 32 * 1024;

    public ValueTask<ActionResult<JsonEventOutput>> ExecuteAsync(JsonEventInput input, ActionContext context, CancellationToken cancellationToken) =>
        new(Send(input));

    private static ActionResult<JsonEventOutput> Send(JsonEventInput input)
    {
        if (input.Name is not { Length: > 0 and <= LongestName } name || name.Any(char.IsControl))
        {
            return ActionResult.Failed<JsonEventOutput>($"json-event needs a name of at most {LongestName} characters.") with { IsFinal = true };
        }

        var data = input.Data is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given ? given : default;
        if (data.ValueKind != JsonValueKind.Undefined && data.GetRawText().Length > MostData)
        {
            return ActionResult.Failed<JsonEventOutput>($"The event's data is larger than {MostData} characters.") with { IsFinal = true };
        }

        return ActionResult.Ok(new JsonEventOutput { Sent = name }) with { Events = [new EventPart(name, data)] };
    }
}
