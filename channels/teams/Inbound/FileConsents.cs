using Spark.Webhooks;

namespace Spark.Channels.Teams.Inbound;

/// <summary>Answers what a person said to a file that the bot had offered.</summary>
internal sealed class FileConsents
{
    public ValueTask<WebhookResponse> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        _ = cancellationToken;
        return ValueTask.FromResult(activity.Value.Text("action") == "decline" ? WebhookResponse.Empty(200) : InvokeAnswer.NotSupported(activity.Name));
    }
}
