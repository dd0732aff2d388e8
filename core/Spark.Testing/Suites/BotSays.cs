using Spark.Engine.Definitions;

namespace Spark.Testing.Suites;

/// <summary>The bot must say this.</summary>
/// <param name="Expected">The text's key, or the text.</param>
/// <param name="IsKey">True for a key.</param>
/// <param name="At">Where it stands.</param>
internal sealed record BotSays(string Expected, bool IsKey, SourceLocation At) : ChatLine(At);
