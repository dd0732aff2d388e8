using Spark.Engine.Definitions;

namespace Spark.Testing.Suites;

/// <summary>The host is killed and starts again. Behind a line of the person: right after that line was accepted, before anything of it was done.</summary>
/// <param name="At">Where it stands.</param>
internal sealed record HostRestarts(SourceLocation At) : ChatLine(At);
