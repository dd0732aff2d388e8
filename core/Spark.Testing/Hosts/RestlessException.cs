namespace Spark.Testing.Hosts;

/// <summary>A conversation does not come to rest by itself.</summary>
/// <param name="message">Why it is thought so.</param>
internal sealed class RestlessException(string message) : Exception(message);
