namespace Spark.Simulators.Sparkcentral.Conversations;

/// <summary>A control call names something that does not exist; answered 404.</summary>
internal sealed class NotFoundException(string message) : Exception(message);
