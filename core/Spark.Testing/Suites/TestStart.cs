using Spark.Expressions;

namespace Spark.Testing.Suites;

/// <summary>Where a conversation stands when its test begins.</summary>
/// <param name="Dialog">The dialog that runs first; null for none.</param>
/// <param name="Variables">The variables that have a value.</param>
internal sealed record TestStart(string? Dialog, IReadOnlyList<KeyValuePair<string, Value>> Variables);
