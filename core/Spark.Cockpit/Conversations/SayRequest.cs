namespace Spark.Cockpit.Conversations;

/// <summary>What an operator writes to a person.</summary>
/// <param name="Text">What the person is to read.</param>
/// <param name="Key">By which the same message is known when it comes again.</param>
internal sealed record SayRequest(string Text, string Key);
