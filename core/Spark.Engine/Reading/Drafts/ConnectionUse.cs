using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Drafts;

/// <summary>A step whose action works on a connection.</summary>
/// <param name="Connection">The connection's name.</param>
/// <param name="Action">The action.</param>
/// <param name="At">Where it is named.</param>
internal sealed record ConnectionUse(string Connection, string Action, SourceLocation At);
