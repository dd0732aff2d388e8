using System.CommandLine;
using System.Globalization;
using Spark.Cockpit.Admin;
using Spark.Cockpit.People;
using Spark.Host.Administration;
using Spark.Runtime;
using Spark.Runtime.Privacy;

namespace Spark.Host.CommandLine;

/// <summary><c>spark person</c>: what is kept of one person, and erasing it.</summary>
internal static class PersonCommand
{
    private const int Most = 200;

    public static Command Create() => new("person", "What is kept of one person: to find, to export and to erase.") { Find(), Export(), Erase() };

    private static Argument<string[]> Who() => new("who")
    {
        Description = "The person: a user principal name, an e-mail address, an identity, or instance/id as 'person find' shows; may be given again.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static Option<string[]> Conversations() =>
        new("--conversation") { Description = "A conversation that is theirs besides, by its key or as instance/id; may be given again.", DefaultValueFactory = _ => [] };

    private static Command Find()
    {
        var text = new Argument<string>("text") { Description = "A part of a name, a principal name, an address or an id." };
        return AdminCommand.Over(new("find", "Finds people whom some channel knows.") { text }, async (admin, parsed, cancellationToken) =>
        {
            var found = await FindAsync(admin, parsed.GetRequiredValue(text), cancellationToken);
            await PrintAsync(found);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{found.Count} found."));
            return ExitCode.Done;
        });
    }

    private static Command Export()
    {
        var (who, conversations) = (Who(), Conversations());
        var to = new Option<string>("--to") { Description = "The archive to write; it must not be there yet.", Required = true };
        return AdminCommand.Over(new("export", "Writes all that is kept of one person into an archive: JSON, files and a manifest.") { who, conversations, to }, async (admin, parsed, cancellationToken) =>
        {
            var request = await ReadAsync(admin, parsed.GetValue(who) ?? [], parsed.GetRequiredValue(conversations), cancellationToken);
            await admin.PostForFileAsync("people/export", request, AdminJson.Default.PersonRequest, parsed.GetRequiredValue(to), cancellationToken);
            await Console.Out.WriteLineAsync($"Written to {parsed.GetRequiredValue(to)}.");
            return ExitCode.Done;
        });
    }

    private static Command Erase()
    {
        var (who, conversations) = (Who(), Conversations());
        var yes = new Option<bool>("--yes") { Description = "Erases. Without it, says what would go." };
        return AdminCommand.Over(new("erase", "Erases all that is kept of one person. What was cut off is ended by saying it again.") { who, conversations, yes }, async (admin, parsed, cancellationToken) =>
        {
            var request = await ReadAsync(admin, parsed.GetValue(who) ?? [], parsed.GetRequiredValue(conversations), cancellationToken);
            return parsed.GetValue(yes) ? await EraseAsync(admin, request, cancellationToken) : await PreviewAsync(admin, request, cancellationToken);
        });
    }

    private static async Task<int> PreviewAsync(AdminConnection admin, PersonRequest request, CancellationToken cancellationToken)
    {
        var preview = await admin.PostAsync("people/preview", request, AdminJson.Default.PersonRequest, AdminJson.Default.PersonPreview, cancellationToken);
        await PrintAsync(preview.Faces);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Would go: {preview.Conversations} conversations ({preview.Open} open) with {preview.Turns} turns, {preview.Tickets} attempts to open tickets, {preview.Files} files, {preview.Remembered} remembered values; {preview.AuditEntries} entries of the audit lose the name."));
        await Console.Out.WriteLineAsync("Say it again with --yes to erase. There is no way back.");
        return ExitCode.Done;
    }

    private static async Task<int> EraseAsync(AdminConnection admin, PersonRequest request, CancellationToken cancellationToken)
    {
        var report = await admin.PostAsync("people/erase", request, AdminJson.Default.PersonRequest, AdminJson.Default.ErasureReport, cancellationToken);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Reference}: {report.Conversations} conversations with {report.Turns} turns and {report.Files} files were erased; {report.People} addresses are forgotten; {report.AuditEntries} entries of the audit lost the name."));
        if (report.IsDone)
        {
            return ExitCode.Done;
        }

        await Console.Error.WriteLineAsync($"Something was on its way out in {string.Join(", ", report.UnderWay)}: say it again in a while to end the erasure.");
        return ExitCode.Error;
    }

    // Whole words only: an erasure takes nobody whose name merely holds what was said. What a channel has proved to be the same person goes along.
    private static async Task<PersonRequest> ReadAsync(AdminConnection admin, string[] who, string[] conversations, CancellationToken cancellationToken)
    {
        var people = new HashSet<PersonAddressed>();
        foreach (var word in who)
        {
            var slash = word.IndexOf('/', StringComparison.Ordinal);
            var addressed = slash > 0 && slash < word.Length - 1 ? new PersonAddressed(word[..slash], word[(slash + 1)..]) : null;
            var found = await FindAsync(admin, addressed?.Id ?? word, cancellationToken);
            var theirs = found.Where(face => face.Who == addressed || Same(face.PrincipalName, word) || Same(face.Email, word) || Same(face.Identity, word)).ToList();
            if (theirs.Count == 0 && addressed is null)
            {
                throw new OperatorException("SPK12080", $"Nobody is known as '{word}'. 'spark person find' looks for parts of names, and shows each as instance/id.");
            }

            people.UnionWith(theirs.Select(face => face.Who));
            people.UnionWith(found.Where(face => face.Identity is not null && theirs.Exists(one => one.Identity == face.Identity)).Select(face => face.Who));
            if (addressed is not null && theirs.Count == 0)
            {
                people.Add(addressed);
            }
        }

        return people.Count + conversations.Length > 0
            ? new([.. people], conversations)
            : throw new OperatorException("SPK12080", "Name the person, or a conversation.");
    }

    private static async Task<IReadOnlyList<PersonFace>> FindAsync(AdminConnection admin, string text, CancellationToken cancellationToken) =>
        (await admin.PostAsync("people/find", new PersonQuery(text, Most), AdminJson.Default.PersonQuery, AdminJson.Default.PersonList, cancellationToken)).People;

    private static bool Same(string? known, string word) => string.Equals(known, word, StringComparison.OrdinalIgnoreCase);

    private static async Task PrintAsync(IReadOnlyList<PersonFace> faces)
    {
        foreach (var face in faces)
        {
            var last = face.LastAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"last {at:u}") : "no conversation";
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{face.Who.Instance}/{face.Who.Id}  {face.Conversations} conversations, {last}  {string.Join("  ", new[] { face.Name, face.PrincipalName, face.Email, face.Identity }.Where(known => known is not null))}"));
        }
    }
}
