using Spark.Settings;

namespace Spark.Understanding.Http;

/// <summary>The settings of one connection.</summary>
internal sealed record HttpUnderstandingSettings
{
    [Setting("Address", Help = "Is sent a POST for each message that the bot's examples do not settle.")]
    public required Uri Url { get; init; }

    [Setting("Token", Help = "Is sent as 'Authorization: Bearer'; empty for a server that asks for none.")]
    [Secret]
    public string? Token { get; set; }

    [Setting("Examples of an intent that are sent", Help = "For servers that were not trained on the bot's intents.")]
    public int Examples { get; set; }
}
