using Spark.Settings;

namespace Spark.Understanding.OpenAi;

/// <summary>The settings of one connection.</summary>
internal sealed record OpenAiSettings
{
    [Setting("Address", Help = "Up to and including the version: https://api.openai.com/v1, or a server of your own.")]
    public required Uri Url { get; init; }

    [Setting("Model")]
    public required string Model { get; init; }

    [Setting("Key", Help = "Is sent as 'Authorization: Bearer'; empty for a server that asks for none.")]
    [Secret]
    public string? Key { get; set; }

    [Setting("Examples of an intent in the prompt")]
    public int Examples { get; set; } = 5;

    [Setting("Temperature", Help = "Left out of the request when empty: some models refuse it.")]
    public double? Temperature { get; set; }

    [Setting("Ask for JSON", Help = "Off for servers that do not know response_format.")]
    public bool JsonMode { get; set; } = true;
}
