using System.Text;
using Spark.Webhooks;

namespace Spark.Channels.Sparkcentral.Tests.Support;

/// <summary>Says briefly what a test expects of a receipt.</summary>
internal static class Receipts
{
    public static async Task<WebhookReceipt> ReceiveAsync(this TestChannel channel, WebhookRequest request) =>
        await channel.Channel.ReceiveAsync(request, TestContext.Current.CancellationToken);

    public static string Text(this WebhookResponse response) => Encoding.UTF8.GetString(response.Body.Span);

    public static void ShouldRefuse(this WebhookReceipt receipt, int status, string? text = null)
    {
        receipt.Events.ShouldBeEmpty();
        receipt.Answer.Status.ShouldBe(status);
        if (text is not null)
        {
            receipt.Answer.Text().ShouldBe(text);
        }
    }

    public static void ShouldIgnore(this WebhookReceipt receipt)
    {
        receipt.Events.ShouldBeEmpty();
        receipt.Answer.Status.ShouldBe(200);
        receipt.Answer.ContentType.ShouldBe("application/json");
        receipt.Answer.Text().ShouldBe("{}");
    }

    public static T ShouldAccept<T>(this WebhookReceipt receipt)
        where T : InboundEvent
    {
        receipt.Answer.Status.ShouldBe(200);
        receipt.Answer.ContentType.ShouldBe("application/json");
        receipt.Answer.Text().ShouldBe("{}");
        return receipt.Events.ShouldHaveSingleItem().ShouldBeOfType<T>();
    }
}
