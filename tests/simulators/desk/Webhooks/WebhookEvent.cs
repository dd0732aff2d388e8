namespace Spark.Simulators.Desk.Webhooks;

/// <summary>An event on its way.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Callback">Where it goes.</param>
/// <param name="Body">What it says; signed as it is.</param>
internal sealed record WebhookEvent(string Conversation, Uri Callback, string Body);
