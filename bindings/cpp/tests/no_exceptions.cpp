/* no_exceptions.cpp: the same headers in a program without exceptions (-fno-exceptions); only try_… functions. */
#include <api/api.hpp>

#include <cstdio>

int main() {
	const auto client = libapi::client::try_make(libapi::config().set_url("no URL"));

	if (client) {
		return 1;
	}
	std::printf("%s\n", client.why().what());
	return client.why().category() == libapi::category::local ? 0 : 1;
}
