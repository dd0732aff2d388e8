namespace Spark.Faults.Tests.Support;

/// <summary>What disasters may leave behind, and what an operator looks at.</summary>
/// <param name="Held">How many actions ended as unknown.</param>
/// <param name="SetAside">How many messages were set aside because hosts had ended with their call under way.</param>
/// <param name="Missing">How many of those never reached the far side.</param>
/// <param name="Overheard">How many messages were said while the bot acted.</param>
internal sealed record Aftermath(int Held, int SetAside, int Missing, int Overheard);
