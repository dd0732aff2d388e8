using Spark.Simulators.Sparkcentral.Webhooks;

namespace Spark.Simulators.Sparkcentral.Rest;

/// <summary>A status and a JSON body.</summary>
internal sealed record RestAnswer(int Status, string Json)
{
    public static RestAnswer Empty { get; } = new(StatusCodes.Status200OK, "{}");

    public static RestAnswer NotYours { get; } =
        Failure(StatusCodes.Status404NotFound, "The conversation does not exist or is not assigned to this virtual agent.");

    public static RestAnswer Failure(int status, params IReadOnlyList<string> errors) => new(status, WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("errors");
        foreach (var error in errors)
        {
            json.WriteStringValue(error);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }));
}
