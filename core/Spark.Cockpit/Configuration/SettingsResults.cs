using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Spark.Cockpit.Admin;
using Spark.Runtime.Configuration;
using Spark.Runtime.Credentials;

namespace Spark.Cockpit.Configuration;

/// <summary>How the settings' part of the admin API reads and answers.</summary>
internal static class SettingsResults
{
    private const string Refused = "SPK14020";
    private const string InUse = "SPK14022";
    private const string Absent = "SPK14023";

    public static IResult Ok<T>(T answer, JsonTypeInfo<T> type) => Results.Json(answer, type);

    public static IResult Of(ChangeOutcome outcome, CredentialTest? test = null) => outcome switch
    {
        { Edition: { } edition } => Ok(new SettingsAnswer(edition, null, null, [], test), SettingsJson.Default.SettingsAnswer),
        _ => Results.Json(
            new SettingsAnswer(null, Refused, Sentence(outcome.Problems), outcome.Problems, test),
            SettingsJson.Default.SettingsAnswer,
            statusCode: StatusCodes.Status422UnprocessableEntity),
    };

    public static IResult Removed(IReadOnlyList<string>? users, string what) => users switch
    {
        null => NotFound(what),
        [] => Results.NoContent(),
        _ => AdminError.Answer(StatusCodes.Status409Conflict, InUse, $"The {what} is used by {string.Join(", ", users)}: change that first."),
    };

    public static IResult NotFound(string what) => AdminError.Answer(StatusCodes.Status404NotFound, Absent, $"There is no {what}.");

    public static IResult Unreadable(JsonException? why = null) => AdminError.Answer(
        StatusCodes.Status400BadRequest,
        "SPK14004",
        why is null ? "The request is not what this address reads." : $"The request is not what this address reads: see {(why.Path is { Length: > 0 } path ? path : "its beginning")}, line {why.LineNumber + 1}.");

    /// <summary>Reads the body, and answers when it cannot be read.</summary>
    public static async Task<IResult> WithAsync<T>(
        HttpContext http, JsonTypeInfo<T> type, Func<T, Task<IResult>> then, CancellationToken cancellationToken)
        where T : class
    {
        AdminBodies.Demand<T>(http);
        T? request;
        try
        {
            request = await http.Request.ReadFromJsonAsync(type, cancellationToken);
        }
        catch (JsonException unreadable)
        {
            return Unreadable(unreadable);
        }

        return request is null ? Unreadable() : await then(request);
    }

    private static string Sentence(IReadOnlyList<SettingProblem> problems) => string.Join(
        ' ', problems.Select(problem => problem.Field.Length > 0 ? $"{problem.Field}: {problem.Message}" : problem.Message));
}
