using System.Text.Json;

namespace Spark.Expressions.Tests.Suite;

/// <summary>One case of the official suite.</summary>
public sealed record SuiteCase(string Name, string Text, Value Input, bool HasInput, JsonElement Definition);
