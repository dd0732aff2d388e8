namespace Spark.Channels.HandoffApi.Requests;

/// <summary>The header <c>Timezone</c>: a free string, in practice an IANA name. What this machine does not know is left out.</summary>
internal static class TimeZoneName
{
    public static string? Read(string? header)
    {
        var name = header?.Trim();
        if (string.IsNullOrEmpty(name) || !TimeZoneInfo.TryFindSystemTimeZoneById(name, out _))
        {
            return null;
        }

        return TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana) ? iana : name;
    }
}
