using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Spark.Channels.WebChat.Activities;

/// <summary>
/// The id of a posted activity. A client that posts again (it had no answer, say) must read the same id as before, and the
/// channel keeps no state: so the id follows from the conversation and the client's own reference.
/// </summary>
internal static class ActivityId
{
    public static string Of(string conversationId, string? clientReference) =>
        $"{conversationId}|{(clientReference is null ? RandomId.Next() : Digest($"{conversationId}\n{clientReference}"))}";

    private static string Digest(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
