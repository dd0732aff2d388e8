using System.Globalization;
using System.Text;
using Spark.Runtime.Episodes;

namespace Spark.Cockpit.Episodes;

/// <summary>Writes episodes as a table for spreadsheets (RFC 4180), page after page.</summary>
internal static class EpisodeTable
{
    private const int Page = 200;

    private static readonly string[] Columns =
        ["Began", "Last message", "State", "Outcome", "Reason", "Type", "Category", "Person", "Principal name", "Channel", "Conversation", "Bot", "Language", "Turns", "Ticket"];

    public static async Task WriteAsync(Stream stream, IEpisodeIndex index, EpisodeFilter filter, CancellationToken cancellationToken)
    {
        // With its mark of order, without which spreadsheets read UTF-8 as something else.
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', Columns));
        EpisodeCursor? before = null;
        do
        {
            var page = await index.ListAsync(filter, before, Page, cancellationToken);
            foreach (var line in page.Episodes.Select(EpisodeLine.Of))
            {
                await writer.WriteLineAsync(string.Join(',', Cells(line).Select(CsvCell.Of)));
            }

            before = page.Next;
        }
        while (before is not null);
    }

    private static string?[] Cells(EpisodeLine line) =>
    [
        Time(line.BeganAt), Time(line.ChangedAt), line.IsOpen ? "In progress" : "Completed", line.Outcome?.ToString(), line.Reason, line.Type?.ToString(), line.Category, line.Person, line.PrincipalName,
        line.Instance, line.ConversationId, line.Bot, line.Language, line.Turns.ToString(CultureInfo.InvariantCulture), line.Ticket,
    ];

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
