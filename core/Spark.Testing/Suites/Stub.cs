using Spark.Engine.Definitions;

namespace Spark.Testing.Suites;

/// <summary>What stands for something outside: a connection or an action.</summary>
/// <param name="Name">The connection's or action's name.</param>
/// <param name="IsOffload">True when it stands for an offload provider.</param>
/// <param name="Replies">What it answers, in order; the last one is given again and again. Never empty.</param>
/// <param name="At">Where it stands.</param>
internal sealed record Stub(string Name, bool IsOffload, IReadOnlyList<StubReply> Replies, SourceLocation At);
