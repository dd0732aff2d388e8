using Spark.Understanding.Text;

namespace Spark.Understanding.Tests.Text;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("password", "password", 0)]
    [InlineData("pasword", "password", 1)]
    [InlineData("passwrod", "password", 1)]
    [InlineData("passwort", "password", 1)]
    [InlineData("paswrod", "password", 2)]
    [InlineData("", "ab", 2)]
    [InlineData("printer", "pin", 7)]
    public void A_slip_is_a_letter_too_many_missing_wrong_or_swapped(string left, string right, int expected)
    {
        EditDistance.Of(left, right).ShouldBe(expected);
        EditDistance.Of(right, left).ShouldBe(expected);
    }
}
