using Spark.Testing.Suites;

namespace Spark.Testing.Talking;

/// <summary>What somebody who tries a bot lets the outside answer.</summary>
/// <param name="Place">Its place among all that was written.</param>
/// <param name="IsOffload">True for an offload provider.</param>
/// <param name="Name">The connection, or the action.</param>
/// <param name="Reply">The answer.</param>
internal sealed record TalkAnswer(int Place, bool IsOffload, string Name, StubReply Reply);
