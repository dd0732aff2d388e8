using Spark.Offload;

namespace Spark.Storage;

/// <summary>A ticket from its columns.</summary>
internal static class TicketColumns
{
    public static TicketReference? Read(string? number, string? id, string? url) => number is null
        ? null
        : new() { Number = number, Id = id, Url = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null };
}
