using Spark.Runtime.Bots;

namespace Spark.Cockpit.Bots;

/// <summary>Asks to publish a bot.</summary>
/// <param name="Name">The folder's name, for messages.</param>
/// <param name="Files">Path below the folder → text.</param>
/// <param name="Note">What is noted.</param>
/// <param name="Move">When open conversations move.</param>
/// <param name="AllowUntranslated">True to publish although texts are not translated, or stale.</param>
internal sealed record PublishRequest(string Name, IReadOnlyDictionary<string, string> Files, string Note, ReleaseMove Move, bool AllowUntranslated);
