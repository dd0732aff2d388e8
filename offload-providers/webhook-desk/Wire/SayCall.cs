namespace Spark.Offload.WebhookDesk.Wire;

/// <summary>Gives the desk a message, with the marker by which it is found again.</summary>
internal sealed record SayCall(string Text, IReadOnlyDictionary<string, string> Attributes);
