namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>A control call asks for what the conversation's state does not allow; answered 409.</summary>
internal sealed class ConflictException(string message) : Exception(message);
