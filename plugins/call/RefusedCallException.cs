namespace Spark.Actions.Call;

/// <summary>Says what of a step cannot be sent. The designer's names only, never a value: it may be a person's.</summary>
internal sealed class RefusedCallException(string message) : Exception(message);
