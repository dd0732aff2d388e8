namespace Spark.Testing.Hosts;

/// <summary>The host was killed by its test. Nothing of it may reach the database any more.</summary>
internal sealed class HostKilledException() : Exception("The test has killed this host.");
