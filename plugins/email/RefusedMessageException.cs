namespace Spark.Actions.Email;

/// <summary>Says what of a message cannot be sent: the field's name, never what stands in it.</summary>
internal sealed class RefusedMessageException(string message) : Exception(message);
