using System.Text.Json.Nodes;

namespace Spark.Simulators.ServiceNow.TableApi;

/// <summary>Answers as the Table API gives them.</summary>
internal static class Answers
{
    public static IResult Result(JsonNode result, int status = StatusCodes.Status200OK) =>
        Results.Text(new JsonObject { ["result"] = result }.ToJsonString(), "application/json", statusCode: status);

    public static IResult Error(int status, string message, string detail) => Results.Text(
        new JsonObject
        {
            ["error"] = new JsonObject { ["message"] = message, ["detail"] = detail },
            ["status"] = "failure",
        }.ToJsonString(),
        "application/json",
        statusCode: status);

    public static IResult NotAuthenticated() => Error(StatusCodes.Status401Unauthorized, "User Not Authenticated", "Required to provide Auth information");

    public static IResult Forbidden() =>
        Error(StatusCodes.Status403Forbidden, "Operation Failed", "ACL Exception Insert Failed due to security constraints");

    public static IResult NoRecord() =>
        Error(StatusCodes.Status404NotFound, "No Record found", "Record doesn't exist or ACL restricts the record retrieval");
}
