namespace Spark.Understanding.Http;

/// <summary>What the server is sent.</summary>
internal sealed record Question(string Text, string Language, IReadOnlyList<IntentDescription> Intents);
