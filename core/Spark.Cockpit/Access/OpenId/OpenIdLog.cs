using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Spark.Cockpit.Access.OpenId;

/// <summary>What the log says of sign-ins: why one was refused, for the operator.</summary>
internal static partial class OpenIdLog
{
    public static void Refused(HttpContext http, Exception refused) =>
        Write(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Spark.Cockpit.SignIn"), refused.Message);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in by OpenID Connect was refused. {Why}")]
    private static partial void Write(ILogger logger, string why);
}
