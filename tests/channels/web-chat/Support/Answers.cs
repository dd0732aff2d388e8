using System.Text;
using System.Text.Json;

namespace Spark.Channels.WebChat.Tests.Support;

/// <summary>Reads what the channel answered.</summary>
internal static class Answers
{
    public static JsonElement Json(this WebhookReceipt receipt) => JsonElement.Parse(receipt.Answer.Body.Span);

    public static string Text(this WebhookReceipt receipt) => Encoding.UTF8.GetString(receipt.Answer.Body.Span);

    public static string? Header(this WebhookReceipt receipt, string name) => receipt.Answer.Headers.GetValueOrDefault(name);

    /// <summary>A refusal stores nothing and says why in Direct Line's shape.</summary>
    public static void ShouldBeRefused(this WebhookReceipt receipt, int status, string code)
    {
        receipt.Answer.Status.ShouldBe(status);
        receipt.Events.ShouldBeEmpty();
        var error = receipt.Json().GetProperty("error");
        error.GetProperty("code").GetString().ShouldBe(code);
        error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
    }

    public static void ShouldDifferFrom(this string? text, string? other) => string.Equals(text, other, StringComparison.Ordinal).ShouldBeFalse(text);

    public static string? String(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static bool Has(this JsonElement element, string name) => element.TryGetProperty(name, out _);
}
