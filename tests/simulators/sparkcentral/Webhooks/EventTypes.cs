namespace Spark.Simulators.Sparkcentral.Webhooks;

internal static class EventTypes
{
    public const string Started = "CONVERSATION_STARTED";
    public const string Delegated = "CONVERSATION_DELEGATED";
    public const string Inbound = "INBOUND_MESSAGE_RECEIVED";
}
