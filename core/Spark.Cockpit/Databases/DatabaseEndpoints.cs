using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Audit;
using Spark.Runtime.Operations;

namespace Spark.Cockpit.Databases;

/// <summary>The database as a whole.</summary>
internal static class DatabaseEndpoints
{
    public static void MapDatabase(this RouteGroupBuilder admin)
    {
        admin.MapGet("/database", async (IDatabaseCare care, CancellationToken cancellationToken) =>
            Results.Json(await care.CheckAsync(cancellationToken), AdminJson.Default.DatabaseReport)).Needs(Right.Administer);
        admin.MapPost("/database/backup", BackUpAsync).Needs(Right.Administer).Audited("database.backed-up");
    }

    private static async Task<IResult> BackUpAsync(HttpContext http, IDatabaseCare care, BackupRequest request, CancellationToken cancellationToken)
    {
        if (!Path.IsPathFullyQualified(request.Path))
        {
            return AdminError.Answer(StatusCodes.Status400BadRequest, "SPK14004", $"'{request.Path}' is no full path.");
        }

        if (File.Exists(request.Path))
        {
            return AdminError.Answer(StatusCodes.Status409Conflict, "SPK12013", $"'{request.Path}' is there already: a backup overwrites nothing. Name another file.");
        }

        try
        {
            await care.BackUpAsync(request.Path, cancellationToken);
            AuditNote.Of(http).About(request.Path);
            return Results.NoContent();
        }
        catch (NotSupportedException other)
        {
            return AdminError.Answer(StatusCodes.Status501NotImplemented, "SPK12014", other.Message);
        }
        catch (IOException problem)
        {
            return AdminError.Answer(StatusCodes.Status409Conflict, "SPK12013", $"'{request.Path}' could not be written: {problem.Message}");
        }
    }
}
