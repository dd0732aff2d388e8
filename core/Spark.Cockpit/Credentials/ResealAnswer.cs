namespace Spark.Cockpit.Credentials;

/// <summary>How many credentials were sealed with the present key.</summary>
internal sealed record ResealAnswer(int Count);
