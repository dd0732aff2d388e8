using Microsoft.AspNetCore.Http;

namespace Spark.Cockpit.Admin;

/// <summary>What the admin API answers when it does not do what was asked.</summary>
/// <param name="Code">The stable code, explained in <c>docs/errors/</c>.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
internal sealed record AdminError(string Code, string Message)
{
    public static IResult Answer(int status, string code, string message) =>
        Results.Json(new AdminError(code, message), AdminJson.Default.AdminError, statusCode: status);
}
