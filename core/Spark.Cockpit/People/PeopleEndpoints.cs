using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Runtime.Privacy;

namespace Spark.Cockpit.People;

/// <summary>What people may ask of what is kept of them: to see it, and to have it erased. The audit says that it was done, and not of whom.</summary>
internal static class PeopleEndpoints
{
    private const int ShortestText = 2;
    private const int LongestText = 200;
    private const int MostFound = 200;
    private const int UsuallyFound = 50;

    public static void MapPeople(this RouteGroupBuilder admin)
    {
        admin.MapPost("/people/find", FindAsync).Needs(Right.ManagePeople).NotAudited("It only looks.");
        admin.MapPost("/people/preview", PreviewAsync).Needs(Right.ManagePeople).NotAudited("It only counts.");
        admin.MapPost("/people/export", ExportAsync).Needs(Right.ManagePeople).Audited("person.exported");
        admin.MapPost("/people/erase", EraseAsync).Needs(Right.ManagePeople).Audited("person.erased");
    }

    private static async Task<IResult> FindAsync(HttpContext http, [FromServices] PersonFinder finder, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(http, AdminJson.Default.PersonQuery, cancellationToken) is not { Text: not null } query)
        {
            return RequestBody.Refusal();
        }

        var text = query.Text.Trim();
        if (text.Length is < ShortestText or > LongestText)
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", $"Give {ShortestText} to {LongestText} characters of a name, an address or an id.");
        }

        var found = await finder.FindAsync(text, Math.Clamp(query.Limit ?? UsuallyFound, 1, MostFound), cancellationToken);
        return Results.Json(new PersonList(found), AdminJson.Default.PersonList);
    }

    private static async Task<IResult> PreviewAsync(HttpContext http, [FromServices] PersonExport export, CancellationToken cancellationToken) =>
        await ReadAsync(http, cancellationToken) is { } choice
            ? Results.Json(await export.CountAsync(choice, cancellationToken), AdminJson.Default.PersonPreview)
            : Nobody();

    // Written to its end before the answer begins: an archive that breaks off would look like a whole one.
    private static async Task<IResult> ExportAsync(HttpContext http, [FromServices] PersonExport export, CancellationToken cancellationToken)
    {
        if (await ReadAsync(http, cancellationToken) is not { } choice)
        {
            return Nobody();
        }

        var reference = PersonErasure.NewReference();
        var archive = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 65_536, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var isWritten = false;
        try
        {
            await export.WriteAsync(choice, reference, archive, cancellationToken);
            archive.Position = 0;
            isWritten = true;
        }
        finally
        {
            if (!isWritten)
            {
                await archive.DisposeAsync();
            }
        }

        AuditNote.Of(http).About(reference).Add("addresses", choice.People.Count).Add("bytes", archive.Length);
        return Results.Stream(archive, MediaTypeNames.Application.Zip, $"spark-person-{reference}.zip");
    }

    private static async Task<IResult> EraseAsync(HttpContext http, [FromServices] PersonErasure erasure, CancellationToken cancellationToken)
    {
        if (await ReadAsync(http, cancellationToken) is not { } choice)
        {
            return Nobody();
        }

        // A command without a running host has a database, and nobody who would be told of an end.
        var report = await erasure.EraseAsync(choice, http.RequestServices.GetService(typeof(ConversationEnding)) as ConversationEnding, cancellationToken);
        AuditNote.Of(http).About(report.Reference).Add("addresses", report.People).Add("conversations", report.Conversations).Add("turns", report.Turns)
            .Add("files", report.Files).Add("auditEntries", report.AuditEntries).Add("left", report.UnderWay.Count);
        return Results.Json(report, AdminJson.Default.ErasureReport);
    }

    private static async Task<PersonChoice?> ReadAsync(HttpContext http, CancellationToken cancellationToken) =>
        (await RequestBody.ReadAsync(http, AdminJson.Default.PersonRequest, cancellationToken))?.Choice();

    private static IResult Nobody() => AdminError.Answer(
        StatusCodes.Status400BadRequest, "SPK14004", "Name the person: 'people' with channel instance and id, or 'conversations', 1 to 1000 of them.");
}
