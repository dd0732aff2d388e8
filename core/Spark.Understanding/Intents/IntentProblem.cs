namespace Spark.Understanding.Intents;

/// <summary>An example that cannot be used.</summary>
/// <param name="Intent">The intent's name.</param>
/// <param name="Language">The language under which it stands.</param>
/// <param name="Index">Its place in that list, from 0.</param>
/// <param name="Message">What is wrong and how to mend it, in a sentence for its author.</param>
public sealed record IntentProblem(string Intent, string Language, int Index, string Message);
