namespace Spark.Cockpit.Tests.Support;

/// <summary>A request as a far side has taken it.</summary>
internal sealed record TakenRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
